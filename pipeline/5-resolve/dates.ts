import type { Resolver } from './resolve.js';

export const resolveDates: Resolver = () => [];
