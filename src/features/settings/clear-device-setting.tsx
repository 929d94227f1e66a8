import { useState } from 'react';
import { clearDeviceData } from '#data/tokens/clear-device-data.ts';
import {
  FORGET,
  FORGET_ASK,
  FORGET_EVERYTHING,
  FORGET_HINT,
  FORGET_KEEP,
  FORGET_NOTE,
  FORGOTTEN,
} from '#messages/settings.ts';
import { Button } from '#ui/button.tsx';
import { Setting } from './setting.tsx';

type Step = 'offered' | 'confirming' | 'done';

/** Clears the data that this browser stores, after a confirmation. */
export function ClearDeviceSetting() {
  const [step, setStep] = useState<Step>('offered');
  const forget = () => {
    clearDeviceData();
    setStep('done');
  };
  return (
    <Setting label={FORGET} hint={FORGET_HINT} note={step === 'confirming' ? FORGET_NOTE : undefined}>
      {(describedBy) => {
        if (step === 'done') return <p role="status">{FORGOTTEN}</p>;
        if (step === 'offered') {
          return (
            <Button aria-describedby={describedBy} className="max-sm:min-h-11" onClick={() => setStep('confirming')}>
              {FORGET_ASK}
            </Button>
          );
        }
        return (
          <span className="flex gap-2.5">
            {/* The pressed button has disappeared, so the harmless answer gets the focus. */}
            <Button autoFocus className="max-sm:min-h-11" onClick={() => setStep('offered')}>
              {FORGET_KEEP}
            </Button>
            <Button variant="primary" className="max-sm:min-h-11" onClick={forget}>
              {FORGET_EVERYTHING}
            </Button>
          </span>
        );
      }}
    </Setting>
  );
}
