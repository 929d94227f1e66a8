/// <reference types="vite/client" />

interface ImportMetaEnv {
  /** Of this build, from package.json. */
  readonly VERSION: string;
}
