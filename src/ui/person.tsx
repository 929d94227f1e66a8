/**
 * Renders who triggered a deployment, in one line. An e-mail address loses its domain before its name: the domain is
 * the same for a whole team. The parent must be a flex container.
 */
export function Person({ name }: { readonly name: string }) {
  const at = name.lastIndexOf('@');
  const [local, domain] = at > 0 ? [name.slice(0, at), name.slice(at)] : [name, ''];
  return (
    <>
      <span className="min-w-0 truncate">{local}</span>
      {domain !== '' && <span className="min-w-0 shrink-[1000000000] truncate">{domain}</span>}
    </>
  );
}
