/**
 * Runs in the page: replaces the stream of Activity by a hand-written list of the same rows. It keeps as many rows as the
 * window and the same margin need, and writes the next entry into a row that leaves. No framework, no measuring, no
 * keyboard. The function must not use variables outside itself.
 */
export function installListLimit({ entries, rowPx, marginPx }: ListLimit): void {
  const list = document.querySelector('main ul');
  const row = list?.querySelector('[data-environment-id]');
  if (!(list instanceof HTMLElement) || !row) throw new Error('the stream has no row');
  const top = list.getBoundingClientRect().top + scrollY;
  const hand = document.createElement('ul');
  hand.style.cssText = `position: relative; height: ${entries * rowPx}px`;
  const count = Math.ceil((innerHeight + 2 * marginPx) / rowPx);
  const rows = Array.from({ length: count }, () => {
    const item = document.createElement('li');
    item.style.cssText = 'position: absolute; left: 0; width: 100%';
    item.append(row.cloneNode(true));
    const texts = [...item.querySelectorAll('time, button')];
    hand.append(item);
    return { item, texts, shown: -1 };
  });
  const draw = () => {
    const first = Math.max(0, Math.floor((scrollY - top - marginPx) / rowPx));
    for (let at = first; at < Math.min(entries, first + count); at += 1) {
      const slot = rows[at % count];
      if (!slot || slot.shown === at) continue;
      slot.shown = at;
      slot.item.style.top = `${at * rowPx}px`;
      for (const element of slot.texts) element.textContent = `entry ${at}`;
    }
  };
  // A copy of the section: React's own elements stay where React expects them, outside the layout.
  const section = list.closest('section');
  const copy = section?.cloneNode(false);
  if (!section || !(copy instanceof HTMLElement)) throw new Error('the stream has no section');
  copy.append(hand);
  section.after(copy);
  section.style.display = 'none';
  draw();
  addEventListener('scroll', draw);
}

export type ListLimit = { readonly entries: number; readonly rowPx: number; readonly marginPx: number };
