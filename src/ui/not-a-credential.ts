/** Attributes of a text field that holds no name or password, so that browsers and password managers offer nothing in it. */
export const NOT_A_CREDENTIAL = {
  autoComplete: 'off',
  'data-1p-ignore': '',
  'data-bwignore': '',
  'data-lpignore': 'true',
  'data-form-type': 'other',
} as const;
