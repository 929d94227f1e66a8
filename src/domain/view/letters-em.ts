const NARROW = /[ijlI.,:;'|! ]/;
const SLIM = /[ftr()[\]{}/\\"-]/;
const WIDE = /[mwMW@%&]/;
const LATIN = /[\u0020-\u024F]/;

/** Estimates the width of a semibold text in ems, for the widest interface font in use (DejaVu Sans). */
export function lettersEm(text: string): number {
  let em = 0;
  for (const letter of text) {
    if (!LATIN.test(letter)) em += 1.1;
    else if (NARROW.test(letter)) em += 0.36;
    else if (SLIM.test(letter)) em += 0.46;
    else em += WIDE.test(letter) ? 1.05 : 0.71;
  }
  return em;
}
