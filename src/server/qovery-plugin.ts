import type { Plugin } from 'vite';
export function qovery(_environment: Readonly<Record<string, string | undefined>>): Plugin {
  return { name: 'envboard:qovery' };
}
