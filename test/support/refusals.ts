/** The ways in which a browser lacks or refuses a facility, as the getter of its global or its stand-in. */
export const refuse = (): never => {
  throw new DOMException('The operation is insecure.', 'SecurityError');
};

/** Replaces a property of a global object until `restore` is called; a `getter` that throws stands for a refusal. */
export function replaceProperty(target: object, name: string, getter: () => unknown): () => void {
  const own = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, { configurable: true, get: getter, set: () => undefined });
  return () => {
    if (own) Object.defineProperty(target, name, own);
    else Reflect.deleteProperty(target, name);
  };
}
