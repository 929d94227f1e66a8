import { reportUnkept, useUnkept } from '#data/tokens/unkept-token.ts';
import { useTokens } from '#data/tokens/use-tokens.ts';
import { TOKEN_WORDS } from '#messages/tokens.ts';
import { Notice } from '#ui/notice.tsx';

/** Reports that the device does not store a token although the user chose so. */
export function UnkeptNotice() {
  const unkept = useUnkept();
  const isInTab = useTokens().some(({ key, scope }) => key === unkept && scope === 'tab');
  return isInTab ? <Notice onDismiss={() => reportUnkept(undefined)}>{TOKEN_WORDS.unkept}</Notice> : null;
}
