import { schema } from '../schema.js';

/** Text on a node: dark on light colours, light on dark ones (by the brightness that the eye sees). */
const textOn = (colour: string): string => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue > 150 ? '#1b1b1b' : '#ffffff';
};

const darker = (colour: string): string =>
  `#${[1, 3, 5]
    .map((at) => Math.round(Number.parseInt(colour.slice(at, at + 2), 16) * 0.75))
    .map((part) => part.toString(16).padStart(2, '0'))
    .join('')}`;

const rule = (selector: string, properties: Readonly<Record<string, string>>): string =>
  `${selector} {\n${Object.entries(properties)
    .map(([name, value]) => `  ${name}: ${value};\n`)
    .join('')}}\n`;

/** Whom and what articles speak of are larger than what is kept about them. */
const diameterOf = (label: string): string => {
  if (schema.labels[label]?.base !== undefined || label === 'Entity') return label === 'Date' ? '50px' : '80px';
  return label === 'Article' || label === 'Claim' ? '65px' : '50px';
};

/** The style of the graph for Neo4j Browser (GraSS): a colour and a caption for every label, a width for every relationship. */
export function styleText(): string {
  const labels = Object.entries(schema.labels);
  // of two rules for one node the more special counts, so a base comes before its kinds
  const ordered = [
    ...labels.filter(([, { base }]) => base === undefined),
    ...labels.filter(([, { base }]) => base !== undefined),
  ];
  return [
    rule('node', {
      diameter: '50px',
      color: '#c7c7c7',
      'border-color': '#959595',
      'border-width': '2px',
      'text-color-internal': '#1b1b1b',
      'font-size': '10px',
    }),
    rule('relationship', {
      color: '#a5abb6',
      'shaft-width': '1px',
      'font-size': '8px',
      padding: '3px',
      'text-color-external': '#1b1b1b',
      'text-color-internal': '#ffffff',
      caption: '"<type>"',
    }),
    ...ordered.map(([label, { colour, caption }]) =>
      rule(`node.${label}`, {
        diameter: diameterOf(label),
        color: colour,
        'border-color': darker(colour),
        'text-color-internal': textOn(colour),
        caption: `"{${caption}}"`,
      }),
    ),
    ...Object.entries(schema.relationships).map(([type, { fact }]) =>
      rule(`relationship.${type}`, {
        color: fact ? '#4a5568' : '#b8bdc7',
        'shaft-width': fact ? '2px' : '1px',
        caption: '"<type>"',
      }),
    ),
  ].join('');
}
