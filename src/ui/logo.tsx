import { PRODUCT } from './words/product.ts';

export function Logo() {
  return (
    <span className="flex items-center gap-2 font-semibold text-mute">
      <svg viewBox="0 0 24 24" className="size-[22px]" aria-hidden="true">
        <rect x="2" y="3" width="9" height="8" rx="2" className="fill-ok" />
        <rect x="13" y="3" width="9" height="8" rx="2" className="fill-busy" />
        <rect x="2" y="13" width="9" height="8" rx="2" className="fill-warning" />
        <rect x="13" y="13" width="9" height="8" rx="2" className="fill-line" />
      </svg>
      {PRODUCT}
    </span>
  );
}
