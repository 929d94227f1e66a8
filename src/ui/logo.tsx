import { PRODUCT } from '#messages/common.ts';

export function Logo() {
  return (
    <span translate="no" className="flex items-center gap-2 font-semibold text-mute">
      {/* Drawn once, in index.html: it is on the page before any script is. */}
      <svg className="size-[22px]" aria-hidden="true">
        <use href="#logo" />
      </svg>
      <span>{PRODUCT}</span>
    </span>
  );
}
