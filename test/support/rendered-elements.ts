/** The property of an element in which React keeps the props of its last render. */
const PROPS = /^__reactProps\$/;

function propsOf(element: Element): unknown {
  const key = Object.keys(element).find((name) => PROPS.test(name));
  if (key === undefined) throw new Error('React did not render this element');
  return Reflect.get(element, key);
}

/**
 * Returns a function that returns those of the elements that React has rendered again or removed since. A component that
 * renders gives its elements new props; a component that React skips leaves them as they are.
 */
export function watchRenders(elements: readonly Element[]): () => readonly Element[] {
  const before = new Map(elements.map((element) => [element, propsOf(element)]));
  return () => elements.filter((element) => !element.isConnected || before.get(element) !== propsOf(element));
}
