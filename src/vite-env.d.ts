/// <reference types="vite/client" />

interface ImportMetaEnv {
  /** The version of this build, from package.json. */
  readonly VERSION: string;
}

declare module 'virtual:pages' {
  /** The page in each language: a chunk of its own. */
  export const PAGES: Readonly<
    Record<import('#domain/language.ts').Language, () => Promise<typeof import('#app/render-app.tsx')>>
  >;
}
