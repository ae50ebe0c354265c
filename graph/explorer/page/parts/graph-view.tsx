import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type Sigma from 'sigma';
import type { GraphAnswer, GraphNode } from '../../api.js';
import { api, get } from '../data.js';
import { colours } from '../graph/colours.js';
import { draw } from '../graph/draw.js';
import { asPng, asSvg, save } from '../graph/picture.js';
import { add, type EdgeAttributes, emptyScene, layOut, type NodeAttributes, type Scene } from '../graph/scene.js';
import { counted, t } from '../language.js';
import { place } from '../place.js';
import { theme } from '../theme.js';
import { Entity } from './basics.js';
import { Chosen } from './graph-chosen.js';
import { Filters, filterIn } from './graph-filters.js';

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
    const drawn = draw(scene, box.current, () => current.current);
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
