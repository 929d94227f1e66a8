import { describe, expect, it } from 'vitest';
import { isServedName } from '#vite/served-names.ts';

describe('the names that the envboard command answers', () => {
  it.each(['localhost:5173', '127.0.0.1', '[::1]:5173', 'LOCALHOST'])('has %s on loopback', (header) => {
    expect(isServedName(header, 'localhost', true)).toBe(true);
  });

  it.each(['192.168.1.7:5173', 'board.example.com', ''])('does not have %j on loopback', (header) => {
    expect(isServedName(header, 'localhost', true)).toBe(false);
  });

  it.each(['192.168.1.7:5173', '[fe80::1]', 'localhost', 'board.example.com:5173'])('has %s on a network', (header) => {
    expect(isServedName(header, 'board.example.com', false)).toBe(true);
  });

  it.each(['rebind.example', '127.0.0.1.rebind.example', '', 'a b'])('does not have %j on a network', (header) => {
    expect(isServedName(header, '0.0.0.0', false)).toBe(false);
  });
});
