import { useState } from 'react';
import { Button } from '#ui/button.tsx';

/** Copies the address, which is the board. */
export function ShareButton() {
  const [outcome, setOutcome] = useState<'copied' | 'refused'>();
  const copy = () => {
    const copying = navigator.clipboard?.writeText(location.href) ?? Promise.reject(new Error('no clipboard'));
    copying.then(
      () => setOutcome('copied'),
      () => setOutcome('refused'),
    );
  };
  return (
    <>
      <Button onClick={copy}>Share</Button>
      <span role="status" className="text-[13px] text-mute empty:hidden">
        {outcome === 'copied' && 'Link copied'}
        {outcome === 'refused' && 'Copy the address bar: it is the board'}
      </span>
    </>
  );
}
