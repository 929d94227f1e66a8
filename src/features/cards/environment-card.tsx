import { type MouseEvent, Suspense } from 'react';
import { preloadedComponent } from '#browser/lazy-component.tsx';
import { type BoardEnvironment, nameOf } from '#domain/environment/board-environment.ts';
import { isDenial } from '#domain/environment/failure.ts';
import type { Tone } from '#domain/environment/tone.ts';
import { DRAG_TO_MOVE, UNPIN } from '#messages/cards.ts';
import { environmentLabel, projectPathText, UNKNOWN_PROJECT } from '#messages/environment.ts';
import { modeText } from '#messages/qovery-terms.ts';
import { ActionsButton } from '#ui/actions-button.tsx';
import { Button } from '#ui/button.tsx';
import { ClippedName } from '#ui/clipped-name.tsx';
import { currentStateText } from '#ui/current-state-text.ts';
import { environmentAttributes } from '#ui/environment-attributes.ts';
import { StrokeIcon } from '#ui/stroke-icon.tsx';
import { WhereItFits } from '#ui/where-it-fits.tsx';
import { Times, Trigger } from './card-facts.tsx';
import { CardState } from './card-state.tsx';
import { Checked } from './card-times.tsx';

/**
 * Renders nothing on failure: the board reports a missing file once, above the cards, not in each of hundreds of cards.
 */
const nothing = () => <span />;
const DeploymentBars = preloadedComponent(
  () => import('#ui/deployment-bars.tsx').then((part) => part.DeploymentBars),
  nothing,
);
const UsualTime = preloadedComponent(() => import('./running-times.tsx').then((part) => part.UsualTime), nothing);
const FailureMessage = preloadedComponent(
  () => import('#ui/failure-message.tsx').then((part) => part.FailureMessage),
  nothing,
);

/** A private media type, so that other dragged objects are ignored. */
export const DRAGGED_MEDIA_TYPE = 'application/x-envboard-id';

const GRIP = 'M6 4h.01M6 8h.01M6 12h.01M10 4h.01M10 8h.01M10 12h.01';

type Props = {
  readonly environment: BoardEnvironment;
  readonly isTight: boolean;
  readonly hasProject: boolean;
  /** False while the card is empty; see `useTurn`. */
  readonly isTurn: boolean;
  readonly onOpen: (id: string) => void;
  readonly onActivity: (id: string) => void;
  readonly onMenu: (id: string, anchor: HTMLElement) => void;
  readonly onUnpin: (environment: BoardEnvironment) => void;
};

/** Renders name, project and mode, the handle for dragging and the menu's button. */
function CardHeader({ environment, isTight, hasProject, onOpen, onMenu }: Props) {
  const { id, info } = environment;
  const name = nameOf(environment);

  return (
    <header translate="no" className="flex items-center gap-1.5">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dragging needs a mouse; the menu offers the same moves by keyboard. */}
      <span
        draggable
        title={DRAG_TO_MOVE}
        className="-ml-4.5 flex-none cursor-grab text-mute opacity-0 group-hover:opacity-100 pointer-coarse:hidden print:hidden"
        onDragStart={({ dataTransfer }) => dataTransfer.setData(DRAGGED_MEDIA_TYPE, id)}
      >
        <StrokeIcon path={GRIP} className="size-3" />
      </span>
      <h3
        className={`flex min-w-0 grow items-baseline font-semibold tracking-tight ${isTight ? 'text-[13.5px]' : 'text-[15px]'}`}
      >
        {hasProject && isTight && info && (
          <span className="min-w-12 shrink-[10000] truncate font-normal text-mute">{`${info.projectName || UNKNOWN_PROJECT} /\u00a0`}</span>
        )}
        <button
          type="button"
          className="flex min-h-0 min-w-0 text-left hover:underline touch:relative touch:after:absolute touch:after:-inset-3.5"
          aria-label={name}
          title={info ? `${projectPathText(info)} / ${name}` : name}
          onClick={() => onOpen(id)}
        >
          <ClippedName name={name} />
        </button>
      </h3>
      {info?.mode && (
        <WhereItFits>
          <span className="rounded-[5px] border border-line bg-surface px-1.5 py-px text-[11.5px] text-mute leading-4">
            {modeText(info.mode)}
          </span>
        </WhereItFits>
      )}
      <ActionsButton
        environment={environment}
        className="relative -my-1.5 -mr-2 size-6! touch:-my-3 touch:size-11!"
        onMenu={onMenu}
      />
    </header>
  );
}

const GROUND_OF_TONE: Readonly<Partial<Record<Tone, string>>> = {
  failing:
    'bg-failing-soft before:absolute before:inset-y-0 before:left-(--edge) before:w-1 before:bg-failing before:content-[""]',
  busy: 'bg-busy-soft',
};

/**
 * Opens the details, or Activity after a click on the bars of the past deployments. The bars are the only named image of a
 * card. Ignores a click on a control, and a click that ends a selection of text.
 */
function handleClick({ target }: MouseEvent, { environment: { id }, onOpen, onActivity }: Props): void {
  if (!(target instanceof Element) || target.closest('button, a') || getSelection()?.isCollapsed === false) return;
  (target.closest('[role=img]') ? onActivity : onOpen)(id);
}

/** Renders what is inside the edge of a card. */
function CardContent(props: Props) {
  const { environment, isTight, hasProject, onUnpin } = props;
  const { id, info, status, freshness, failure } = environment;
  const outline = freshness === 'unreachable' ? 'outline-warning' : 'outline-line';
  const dashes = freshness === 'fresh' || status === undefined ? '' : `outline-dashed -outline-offset-4 ${outline}`;
  const bars = (
    <Suspense fallback={<span />}>
      <DeploymentBars history={environment.history} isTight={isTight} />
    </Suspense>
  );
  const age = <Checked environment={environment} />;
  // An id without a reading has only the failure's sentence and Unpin.
  const isUnknown = status === undefined && failure !== undefined && isDenial(failure);
  return (
    <>
      {/* At its left and right edge, a frame hides 6 pixels of its cards. */}
      {dashes && (
        <span
          aria-hidden="true"
          className={`pointer-events-none absolute inset-x-1.5 inset-y-0 rounded-xl ${dashes}`}
        />
      )}
      <CardHeader {...props} />
      {hasProject && !isTight && (
        <p translate="no" className="truncate text-mute text-xs leading-4">
          {info ? projectPathText(info) : id}
        </p>
      )}
      {!isUnknown && <CardState environment={environment} isTight={isTight} />}
      <div translate="no" className={`relative ${isTight ? 'mt-1.5' : 'mt-2'}`}>
        {status && <Times environment={environment} bars={bars} isTight={isTight} />}
        {!isUnknown && (isTight || status) && (
          <div className="flex items-center justify-between gap-2">
            <Trigger environment={environment} />
            {isTight ? (
              age
            ) : (
              <Suspense>
                <UsualTime environment={environment} />
              </Suspense>
            )}
          </div>
        )}
      </div>
      {failure && !(isTight && status) && (
        <Suspense>
          <FailureMessage failure={failure} isWhole={isUnknown} />
        </Suspense>
      )}
      {isUnknown && (
        <Button className="mt-1.5 self-start" onClick={() => onUnpin(environment)}>
          {UNPIN}
        </Button>
      )}
      {!isTight && !isUnknown && (
        <footer translate="no" className="mt-auto flex h-6 items-end justify-between gap-x-3 text-xs leading-4">
          {bars}
          {age}
        </footer>
      )}
    </>
  );
}

/** Renders one environment. */
export function EnvironmentCard(props: Props) {
  const { environment, isTight, isTurn } = props;
  const { info, tone, isSnoozed } = environment;
  const ground = isSnoozed ? '' : (GROUND_OF_TONE[tone] ?? '');
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the name is a button for the keyboard.
    <article
      aria-label={environmentLabel(nameOf(environment), info?.projectName, currentStateText(environment))}
      aria-busy={isTurn ? undefined : true}
      {...environmentAttributes(environment)}
      className={`group relative flex min-w-0 cursor-pointer flex-col overflow-clip ${ground} ${
        isTight
          ? 'min-h-[100px] px-[18px] py-2 touch:pt-3 text-xs leading-[18px]'
          : 'min-h-42 px-[22px] pt-3.5 pb-4 text-[13px] leading-5'
      }`}
      onClick={(event) => handleClick(event, props)}
    >
      {isTurn && <CardContent {...props} />}
    </article>
  );
}
