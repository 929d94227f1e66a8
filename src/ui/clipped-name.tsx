import { splitName } from '#domain/split-name.ts';

/**
 * Renders a name in one line. When the name is too long, its middle is cut off, so that names that differ only at the
 * end can be told apart. The parent must be a flex container; it needs the whole name as its accessible name.
 */
export function ClippedName({ name }: { readonly name: string }) {
  const [head, tail] = splitName(name);
  return (
    <>
      <span className="min-w-0 truncate">{head}</span>
      {tail !== '' && <span className="flex-none whitespace-pre">{tail}</span>}
    </>
  );
}
