const PLAIN = './favicon.svg';

/** Shows a `data:` address as the page's icon; without one, Envboard's own. */
export function setFavicon(href: string = PLAIN): void {
  const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  if (link && link.getAttribute('href') !== href) link.href = href;
}
