/** A key as it is engraved. */
export function KeyCap({ children }: { readonly children: string }) {
  return (
    <kbd
      translate="no"
      className="inline-block min-w-6 rounded-md border border-line border-b-2 bg-bg px-1.5 text-center font-sans text-[12.5px] text-ink leading-5"
    >
      {children}
    </kbd>
  );
}
