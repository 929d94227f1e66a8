export const KEYBOARD = 'Keyboard';
export const LEAVE_DEMO = 'Leave the demo';
export const FORGET_TOKEN = 'Forget the token';
