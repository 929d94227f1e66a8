import { useState } from 'react';
import { forgetDevice } from '#data/forget-device.ts';
import { Button } from '#ui/button.tsx';
import { Setting } from './setting.tsx';

type Step = 'offered' | 'asked' | 'done';

/** Empties what this browser keeps, after asking once more. */
export function ForgetSetting() {
  const [step, setStep] = useState<Step>('offered');
  const forget = () => {
    forgetDevice();
    setStep('done');
  };
  return (
    <Setting
      label="Forget this device"
      hint="Empties what Envboard keeps in this browser: token, boards, settings, snoozes, names and last readings. Only the count of requests stays, for it guards Qovery’s limit. The board in this address stays in the address."
      note={step === 'asked' ? 'This cannot be undone.' : undefined}
    >
      {(describedBy) => {
        if (step === 'done') return <p role="status">Forgotten.</p>;
        if (step === 'offered') {
          return (
            <Button aria-describedby={describedBy} className="max-sm:min-h-11" onClick={() => setStep('asked')}>
              Forget…
            </Button>
          );
        }
        return (
          <span className="flex gap-2.5">
            {/* The button pressed is gone: the harmless answer takes its place. */}
            <Button autoFocus className="max-sm:min-h-11" onClick={() => setStep('offered')}>
              Keep
            </Button>
            <Button look="primary" className="max-sm:min-h-11" onClick={forget}>
              Forget everything
            </Button>
          </span>
        );
      }}
    </Setting>
  );
}
