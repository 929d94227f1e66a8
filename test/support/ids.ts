/** Returns ids that differ only in their last twelve digits. */
export const anId = (n: number): string => `3fa85f64-5717-4562-b3fc-${n.toString(16).padStart(12, '0')}`;
