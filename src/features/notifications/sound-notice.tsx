import { useHeldBackSound } from '#browser/alert-sound.ts';
import { useSettings } from '#data/preferences/settings-store.ts';
import { SOUND_WAITS, SOUND_WAITS_HINT } from '#messages/notifications.ts';
import { StrokeIcon } from '#ui/stroke-icon.tsx';

const MUTED_SPEAKER = 'M2.5 6.2v3.6h2.3L8 12.5v-9L4.8 6.2zM10.8 6.4l3 3.2m0-3.2-3 3.2';

/** Reports that the user's sound cannot play yet. The click that the browser requires may be anywhere on the page. */
export function SoundNotice() {
  const isHeldBack = useHeldBackSound(useSettings().sounds);
  return (
    <p role="status" title={SOUND_WAITS_HINT} className="flex flex-none items-center gap-1.5 text-[13px] text-warning">
      {isHeldBack && (
        <>
          <StrokeIcon path={MUTED_SPEAKER} className="size-4" />
          <span className="max-lg:sr-only">{SOUND_WAITS}</span>
        </>
      )}
    </p>
  );
}
