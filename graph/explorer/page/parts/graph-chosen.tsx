import type { GraphNode } from '../../api.js';
import type { Scene } from '../graph/scene.js';
import { t, told } from '../language.js';
import { Entity, kindText } from './basics.js';
import { spanText } from './day-text.js';

/** What is known of the node that was clicked. */
export function Chosen({
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
