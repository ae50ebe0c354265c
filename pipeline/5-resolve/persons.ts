import type { Resolver } from './resolve.js';

export const resolvePersons: Resolver = () => [];
