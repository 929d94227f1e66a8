import asciidoctor from '@asciidoctor/core';
import Autolinker from 'autolinker';
import LinkifyIt5 from 'linkify-it';
import { LinkifyIt as LinkifyIt6 } from 'linkify-it-6';
import { find } from 'linkifyjs';
import { marked } from 'marked';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
const unescapeHtml = (text: string): string =>
  text.replaceAll(/&(?:(amp|lt|gt|quot)|#(\d+)|#x([0-9a-f]+));/gi, (_, name: string, decimal: string, hex: string) =>
    name ? (ENTITIES[name] ?? '') : String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16)),
  );

/** The addresses of the links in a page. */
const linksIn = (html: string): readonly string[] =>
  [...html.matchAll(/<a [^>]*?href="([^"]*)"/g)].map(([, address = '']) => unescapeHtml(address));

const five = new LinkifyIt5();
const six = new LinkifyIt6();
const asciidoc = asciidoctor();
// Asciidoctor warns on the console about marks that are no valid document.
asciidoc.LoggerManager.setLogger(asciidoc.NullLogger.create());

/** Programs that find the links in a text, as chats, mails and documents do. Each returns the addresses that it links. */
export const LINKERS: Readonly<Record<string, (text: string) => readonly string[]>> = {
  'linkify-it 5': (text) => (five.match(text) ?? []).map(({ url }) => url),
  'linkify-it 6': (text) => (six.match(text) ?? []).map(({ url }) => url),
  linkifyjs: (text) => find(text, 'url').map(({ href }) => href),
  autolinker: (text) => linksIn(Autolinker.link(text, { truncate: 0, stripPrefix: false })),
  'micromark with GFM': (text) => linksIn(micromark(text, { extensions: [gfm()], htmlExtensions: [gfmHtml()] })),
  marked: (text) => linksIn(marked.parse(text, { async: false })),
  asciidoctor: (text) => linksIn(String(asciidoc.convert(text))),
};
