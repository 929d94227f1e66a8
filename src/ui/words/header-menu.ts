export const KEYBOARD = 'Keyboard';
export const LEAVE_DEMO = 'Leave the demo';
export const TOKENS = 'Tokens';
export const forgetText = (isMany: boolean): string => (isMany ? 'Forget the tokens' : 'Forget the token');
