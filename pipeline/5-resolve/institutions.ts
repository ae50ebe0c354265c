import type { Resolver } from './resolve.js';

export const resolveInstitutions: Resolver = () => [];
