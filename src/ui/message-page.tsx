import type { ReactNode } from 'react';
import { Logo } from './logo.tsx';

/** Renders a page with a single message: what happened, and the next step. */
export function MessagePage({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <main className="mx-auto mt-[9vh] max-w-[560px] px-4">
      <Logo />
      <h1 className="mt-4 mb-1.5 font-semibold text-[28px] tracking-tight">{title}</h1>
      {children}
    </main>
  );
}
