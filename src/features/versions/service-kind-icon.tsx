import { StrokeIcon } from '#ui/stroke-icon.tsx';

const BOX = 'M8 1.8 13.5 5v6L8 14.2 2.5 11V5zM2.5 5 8 8.2 13.5 5M8 8.2v6';

/** Path of the icon of each kind of service. */
const PATH_OF_KIND: Readonly<Record<string, string>> = {
  APPLICATION: 'M2.5 3h11v10h-11zM2.5 6h11',
  CONTAINER: BOX,
  JOB: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM8 5v3.2l2.2 1.4',
  HELM: 'M8 4.8a3.2 3.2 0 1 1 0 6.4 3.2 3.2 0 0 1 0-6.4zM8 1.8v3M8 11.2v3M2.6 4.9l2.6 1.5M10.8 9.6l2.6 1.5M13.4 4.9l-2.6 1.5M5.2 9.6l-2.6 1.5',
  DATABASE:
    'M3 4c0-1.1 2.2-2 5-2s5 .9 5 2-2.2 2-5 2-5-.9-5-2zM3 4v8c0 1.1 2.2 2 5 2s5-.9 5-2V4M3 8c0 1.1 2.2 2 5 2s5-.9 5-2',
  TERRAFORM: 'M2.5 3.5 6.5 6v4.5l-4-2.5zM9 6l4-2.5V8L9 10.5zM6.5 11 9 12.5V14',
  ARGOCD_APP: 'M8 2.5a4 4 0 0 1 4 4v3.2c0 1.6-1.8 3.3-4 3.3s-4-1.7-4-3.3V6.5a4 4 0 0 1 4-4zM6.5 7h.01M9.5 7h.01',
  AGENTIC_WORKFLOW: 'M8 2v3M4 5h8v6H4zM6.5 8h.01M9.5 8h.01M6 11v2.5M10 11v2.5',
};

export function ServiceKindIcon({ kind }: { readonly kind: string }) {
  return <StrokeIcon path={PATH_OF_KIND[kind] ?? BOX} className="size-[15px] flex-none text-mute" />;
}
