import { useMemo, useState } from 'react';
import { useElementSize } from '#browser/use-element-size.ts';
import type { ProjectLink } from '#domain/board/share-link.ts';
import { DONE } from '#messages/common.ts';
import {
  COPY_LINK,
  LINK,
  LINK_COPIED,
  pinProjectsText,
  projectCodeText,
  QR_CODE,
  QR_HINT,
  QR_LABEL,
  QR_TOO_DENSE,
} from '#messages/share.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { CopyField } from './copy-field.tsx';
import { pathOf, type QrModules, qrModules, qrSidePx } from './qr-modules.ts';

type Props = {
  readonly href: string;
  /** The link that pins whole projects; undefined when it is not shorter. */
  readonly projects: ProjectLink | undefined;
  readonly onClose: () => void;
};

const shorterSide = ({ widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number }): number =>
  Math.min(widthPx, heightPx);

/** Renders the code: black on white in both themes, because many cameras read no other colours. */
function Code({ modules, sidePx }: { readonly modules: QrModules; readonly sidePx: number | undefined }) {
  const { size } = modules;
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={QR_LABEL}
      shapeRendering="crispEdges"
      className="block flex-none"
      style={{ width: sidePx, height: sidePx }}
    >
      <path d={`M0 0h${size}v${size}H0z`} className="fill-white" />
      <path d={pathOf(modules)} className="fill-black" />
    </svg>
  );
}

function TooDense({ href, projects, onProjects }: Omit<Props, 'onClose'> & { readonly onProjects: () => void }) {
  return (
    <div className="m-auto max-h-full w-full max-w-lg overflow-y-auto px-[22px] py-4">
      <p className="mb-4">{QR_TOO_DENSE}</p>
      {projects && (
        <Button className="mb-4 max-w-full whitespace-normal! max-sm:min-h-11" onClick={onProjects}>
          {pinProjectsText(projects.projects)}
        </Button>
      )}
      <CopyField label={LINK} value={href} action={COPY_LINK} done={LINK_COPIED} />
    </div>
  );
}

/**
 * Renders the QR code of a link as large as the window; where QR scanners would miss it, other ways to pass the board
 * on.
 */
export function QrView({ href, projects, onClose }: Props) {
  const [withProjects, setWithProjects] = useState(false);
  const shown = withProjects && projects ? projects : undefined;
  const [space, spacePx] = useElementSize(shorterSide);
  const link = shown?.href ?? href;
  const modules = useMemo(() => qrModules(link), [link]);
  const sidePx = modules && spacePx !== undefined ? qrSidePx(modules, spacePx, globalThis.devicePixelRatio) : undefined;
  // Without a size the browser measures nothing, and the code fills the view.
  const isReadable = modules !== undefined && (spacePx === undefined || sidePx !== undefined);
  const actions = (
    <>
      {isReadable && <p className="text-mute max-sm:hidden">{shown ? projectCodeText(shown) : QR_HINT}</p>}
      <Button className="max-sm:min-h-11" onClick={onClose}>
        {DONE}
      </Button>
    </>
  );
  return (
    <Dialog title={QR_CODE} variant="full" onClose={onClose} actions={actions}>
      <div ref={space} className="flex min-h-0 min-w-0 grow items-center justify-center overflow-hidden">
        {isReadable ? (
          <Code modules={modules} sidePx={sidePx} />
        ) : (
          <TooDense href={link} projects={shown ? undefined : projects} onProjects={() => setWithProjects(true)} />
        )}
      </div>
    </Dialog>
  );
}
