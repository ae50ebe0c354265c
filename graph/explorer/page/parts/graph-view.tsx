import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import Sigma from 'sigma';
import { type GraphAnswer, type GraphNode, KINDS, type Kind } from '../../api.js';
import { api, get } from '../data.js';
import { asPng, asSvg, save } from '../graph/picture.js';
import {
  add,
  type EdgeAttributes,
  edgeFits,
  emptyScene,
  type Filter,
  layOut,
  type NodeAttributes,
  type Scene,
} from '../graph/scene.js';
import { counted, t, told } from '../language.js';
import { change, place } from '../place.js';
import { theme } from '../theme.js';
import { Entity, kindText } from './basics.js';
import { spanText } from './day-text.js';

/** Colours as the style sheet has them, since a canvas does not know its variables. */
function colours(): Readonly<Record<Kind | 'text' | 'back' | 'line', string>> {
  const probe = document.createElement('span');
  document.body.append(probe);
  const read = (name: string): string => {
    probe.style.color = `var(--${name})`;
    const [r = 0, g = 0, b = 0] = (getComputedStyle(probe).color.match(/[\d.]+/gu) ?? []).map(Number);
    return `#${[r, g, b].map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
  };
  const names = [
    ...KINDS.map((kind) => [kind, `${kind}-strong`]),
    ['text', 'text'],
    ['back', 'back'],
    ['line', 'edge'],
  ];
  const found = Object.fromEntries(names.map(([key, name]) => [key, read(name as string)]));
  probe.remove();
  return found as Record<Kind | 'text' | 'back' | 'line', string>;
}

function filterIn(params: URLSearchParams): Filter {
  const year = (name: string): number | undefined => {
    const value = Number(params.get(name));
    return value > 0 ? value : undefined;
  };
  const without = new Set((params.get('without') ?? '').split(' '));
  return {
    kinds: new Set(KINDS.filter((kind) => !without.has(kind))),
    confidence: Math.min(1, Math.max(0, Number(params.get('confidence') ?? 0) || 0)),
    from: year('from'),
    to: year('to'),
  };
}

/**
 * Nodes and facts as a picture that can be moved, with the same as a list for who cannot see or point.
 * @param source where the graph comes from
 */
export function GraphView({ source }: { source: string }) {
  const box = useRef<HTMLDivElement>(null);
  const sigma = useRef<Sigma<NodeAttributes, EdgeAttributes> | undefined>(undefined);
  const scene = useMemo<Scene>(emptyScene, [source]);
  const [size, setSize] = useState({ nodes: 0, edges: 0, cut: false });
  const [error, setError] = useState<string>();
  const [chosen, setChosen] = useState<string>();
  const [busy, setBusy] = useState(true);
  const filter = filterIn(place.value.params);
  const current = useRef({ filter, chosen });
  current.current = { filter, chosen };
  const ending = useRef<() => void>(() => {});

  function arrange(): void {
    ending.current();
    setBusy(true);
    ending.current = layOut(scene, () => setBusy(false));
    if (scene.order === 0) setBusy(false);
    setSize((before) => ({ ...before, nodes: scene.order, edges: scene.size }));
  }

  async function expand(id: string): Promise<void> {
    try {
      add(scene, await get<GraphAnswer>(api('graph/around', { ids: JSON.stringify([id]), rows: 200 })));
      arrange();
    } catch (fault) {
      setError((fault as Error).message);
    }
  }

  useEffect(() => {
    const control = new AbortController();
    setError(undefined);
    get<GraphAnswer>(source, control.signal)
      .then((answer) => {
        add(scene, answer);
        setSize({ nodes: scene.order, edges: scene.size, cut: answer.cut });
        arrange();
      })
      .catch((fault: Error) => {
        if (fault.name !== 'AbortError') setError(fault.message);
      });
    return () => {
      control.abort();
      ending.current();
    };
  }, [source]);

  useEffect(() => {
    if (!box.current) return;
    const paint = colours();
    const drawn = new Sigma(scene, box.current, {
      labelColor: { color: paint.text },
      labelFont: 'system-ui, sans-serif',
      labelSize: 12,
      labelDensity: 0.5,
      labelRenderedSizeThreshold: 6,
      defaultEdgeColor: paint.line,
      zIndex: true,
      allowInvalidContainer: true,
      // moving thousands of lines is dear where there is no graphics card
      hideEdgesOnMove: scene.size > 3000,
      nodeReducer: (id, attributes) => {
        const { filter: fits, chosen: one } = current.current;
        const near = one === undefined || one === id || scene.areNeighbors(one, id);
        return {
          ...attributes,
          color: near ? paint[attributes.node.kind] : paint.line,
          hidden: !fits.kinds.has(attributes.node.kind),
          label: near ? attributes.label : null,
          zIndex: near ? 1 : 0,
          forceLabel: one !== undefined && near,
        };
      },
      edgeReducer: (_, attributes) => {
        const { filter: fits, chosen: one } = current.current;
        const { edge } = attributes;
        const touches = one !== undefined && (edge.from === one || edge.to === one);
        return {
          size: touches ? 1.6 : 0.8,
          color: touches ? paint.text : paint.line,
          hidden: !edgeFits(edge, fits) || (one !== undefined && !touches && scene.size > 60),
          zIndex: touches ? 1 : 0,
        };
      },
    });
    drawn.on('clickNode', ({ node }) => {
      setChosen(node);
      void expand(node);
    });
    drawn.on('clickStage', () => setChosen(undefined));
    sigma.current = drawn;
    return () => {
      drawn.kill();
      sigma.current = undefined;
    };
  }, [scene, theme.value]);

  useEffect(() => {
    sigma.current?.refresh({ skipIndexation: true });
  });

  const shownNodes = scene
    .filterNodes((_, { node }) => filter.kinds.has(node.kind))
    .map((id) => scene.getNodeAttribute(id, 'node'));
  const node = chosen !== undefined && scene.hasNode(chosen) ? scene.getNodeAttribute(chosen, 'node') : undefined;
  const picture = (): string => asSvg(sigma.current as Sigma<NodeAttributes, EdgeAttributes>, colours());
  return (
    <div class="graph">
      <Filters of={filter} present={new Set(scene.mapNodes((_, { node: { kind } }) => kind))} />
      {error === undefined ? null : (
        <p class="fault" role="alert">
          {error}
        </p>
      )}
      <div class="stage">
        <div
          ref={box}
          class="canvas"
          role="img"
          aria-label={t('graph.label', { nodes: size.nodes, edges: size.edges })}
          data-busy={busy}
        />
        {node ? (
          <Chosen of={node} scene={scene} onExpand={() => void expand(node.id)} onClose={() => setChosen(undefined)} />
        ) : null}
      </div>
      <div class="tools">
        <span class="soft" role="status">
          {`${counted('nodes', size.nodes)}, ${counted('edges', size.edges)}${size.cut ? ` (${t('graph.cut')})` : ''}`}
        </span>
        <button type="button" onClick={() => sigma.current?.getCamera().animatedReset()}>
          {t('graph.fit')}
        </button>
        <button type="button" onClick={() => save(new Blob([picture()], { type: 'image/svg+xml' }), 'saites.svg')}>
          SVG
        </button>
        <button type="button" onClick={() => void asPng(picture()).then((blob) => save(blob, 'saites.png'))}>
          PNG
        </button>
        <a
          class="button"
          href={browserLink(shownNodes)}
          target="_blank"
          rel="noopener noreferrer external"
          title={t('graph.browser.hint')}
        >
          {t('graph.browser')}
        </a>
      </div>
      <details class="list">
        <summary>{t('graph.list')}</summary>
        <ul class="inline">
          {[...shownNodes]
            .sort((a, b) => b.degree - a.degree)
            .slice(0, 200)
            .map((one) => (
              <li key={one.id}>
                <Entity of={one} />{' '}
                <button
                  type="button"
                  class="link small"
                  onClick={() => {
                    setChosen(one.id);
                    void expand(one.id);
                  }}
                >
                  {t('graph.expand')}
                </button>
              </li>
            ))}
        </ul>
      </details>
    </div>
  );
}

/** Neo4j Browser on its usual address, with the query filled in and not run. */
function browserLink(nodes: readonly GraphNode[]): string {
  const ids = nodes.slice(0, 100).map(({ id }) => `'${id.replace(/\\/gu, '\\\\').replace(/'/gu, "\\'")}'`);
  const cypher = `MATCH (a:Entity)-[r]-(b:Entity) WHERE a.id IN [${ids.join(', ')}] AND b.id IN [${ids.join(', ')}] RETURN a, r, b`;
  return `http://localhost:7474/browser/?${new URLSearchParams({ cmd: 'edit', arg: cypher })}`;
}

function Filters({ of, present }: { of: Filter; present: ReadonlySet<Kind> }) {
  const without = KINDS.filter((kind) => !of.kinds.has(kind));
  return (
    <fieldset class="filters">
      <legend class="unseen">{t('graph.filters')}</legend>
      {KINDS.filter((kind) => present.has(kind)).map((kind) => (
        <label key={kind} class="check">
          <input
            type="checkbox"
            checked={of.kinds.has(kind)}
            onChange={() =>
              change({
                without: (of.kinds.has(kind) ? [...without, kind] : without.filter((one) => one !== kind)).join(' '),
              })
            }
          />{' '}
          <span class={`dot ${kind}`} /> {told('kinds', kind)}
        </label>
      ))}
      <label>
        {t('graph.confidence')}{' '}
        <input
          type="range"
          min="0"
          max="1"
          step="0.05"
          value={of.confidence}
          onInput={(event) =>
            change({ confidence: event.currentTarget.value === '0' ? undefined : event.currentTarget.value })
          }
        />{' '}
        <output>{of.confidence.toFixed(2)}</output>
      </label>
      <label>
        {t('graph.from')}{' '}
        <input
          type="number"
          min="1990"
          max="2100"
          value={of.from ?? ''}
          onChange={(event) => change({ from: event.currentTarget.value })}
        />
      </label>
      <label>
        {t('graph.to')}{' '}
        <input
          type="number"
          min="1990"
          max="2100"
          value={of.to ?? ''}
          onChange={(event) => change({ to: event.currentTarget.value })}
        />
      </label>
    </fieldset>
  );
}

function Chosen({
  of,
  scene,
  onExpand,
  onClose,
}: {
  of: GraphNode;
  scene: Scene;
  onExpand: () => void;
  onClose: () => void;
}) {
  const edges = scene.edges(of.id).map((id) => scene.getEdgeAttribute(id, 'edge'));
  return (
    <aside class="chosen" aria-label={of.name}>
      <button type="button" class="close" aria-label={t('close')} onClick={onClose}>
        ×
      </button>
      <p>
        <Entity of={of} /> <span class="soft small">{kindText(of)}</span>
      </p>
      {of.degree > edges.length ? (
        <button type="button" onClick={onExpand}>
          {t('graph.expand')}
        </button>
      ) : null}
      <ul class="plain small">
        {edges.slice(0, 30).map((edge) => {
          const other = scene.getNodeAttribute(edge.from === of.id ? edge.to : edge.from, 'node');
          return (
            <li key={edge.id}>
              <span class="soft">{told('fact', `${edge.type} ${edge.from === of.id ? 'out' : 'in'}`)}</span>{' '}
              <Entity of={other} /> <span class="soft">{spanText(edge)}</span>
            </li>
          );
        })}
      </ul>
    </aside>
  );
}
