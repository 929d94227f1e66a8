/**
 * Returns the answer of a facility of the browser. Rejects when it does not come within `maxMs` milliseconds: a browser may
 * keep a request to its clipboard or its databases pending for ever, and no event tells that.
 */
export async function answerInTime<T>(answer: Promise<T>, maxMs: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('No answer came in time.')), maxMs);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
