import type { Resolver } from './resolve.js';

export const resolveEvents: Resolver = () => [];
