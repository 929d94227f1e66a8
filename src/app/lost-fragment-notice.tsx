import { useState } from 'react';
import { LOST_FRAGMENT } from '#messages/url-problems.ts';
import { Notice } from '#ui/notice.tsx';

/** Reports that the way through a sign-on lost the board, so that an empty board is not taken for it. */
export function LostFragmentNotice() {
  const [isDismissed, setIsDismissed] = useState(false);
  return isDismissed ? null : <Notice onDismiss={() => setIsDismissed(true)}>{LOST_FRAGMENT}</Notice>;
}
