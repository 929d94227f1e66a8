import { PRODUCT } from '#messages/common.ts';

export function Logo() {
  return (
    <span translate="no" className="flex items-center gap-2 font-semibold text-mute">
      {/* index.html defines the symbol, so the browser renders the logo before any script runs. */}
      <svg className="size-[22px]" aria-hidden="true">
        <use href="#logo" />
      </svg>
      <span>{PRODUCT}</span>
    </span>
  );
}
