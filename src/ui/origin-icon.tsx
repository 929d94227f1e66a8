import { StrokeIcon } from './stroke-icon.tsx';

const PATH_OF_ORIGIN: Readonly<Record<string, string>> = {
  API: 'M6 3 3 8l3 5M10 3l3 5-3 5',
  CLI: 'm3 5 3 3-3 3M8 11.5h5',
  CONSOLE: 'M2.5 3.5h11v7h-11zM6 13h4',
  GIT: 'M5 3.5v9M5 9c4 0 6-1 6-4M11 3.5v1.4M5 3h.01M11 3h.01M5 13h.01',
  TERRAFORM_PROVIDER: 'M3 3.5 6.5 5.5v4L3 7.5zM8 6.4l3.5 2v4L8 10.4zM13 4.5v4',
};
/** For every other origin: a hexagon. */
const OTHER_PATH = 'M8 3l4.5 2.5v5L8 13l-4.5-2.5v-5z';

/** Renders the icon of what triggered a deployment. The word beside it has the meaning. */
export function OriginIcon({ origin }: { readonly origin: string }) {
  return <StrokeIcon path={PATH_OF_ORIGIN[origin] ?? OTHER_PATH} className="size-3.5 flex-none text-mute" />;
}
