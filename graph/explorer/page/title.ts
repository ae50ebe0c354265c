import { useEffect } from 'preact/hooks';

/** Names the browser's tab. */
export function useTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title ? `${title} – Saites` : 'Saites';
  }, [title]);
}
