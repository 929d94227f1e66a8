/** The ways in which a browser lacks or refuses a facility: a getter of its global, or a replacement. */
export const refuse = (): never => {
  throw new DOMException('The operation is insecure.', 'SecurityError');
};

/** Replaces a property of a global object until `restore` is called. A `getter` that throws simulates a refusal. */
export function replaceProperty(target: object, name: string, getter: () => unknown): () => void {
  const own = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, { configurable: true, get: getter, set: () => undefined });
  return () => {
    if (own) Object.defineProperty(target, name, own);
    else Reflect.deleteProperty(target, name);
  };
}
