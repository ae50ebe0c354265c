import type { Resolver } from './resolve.js';

export const resolveMunicipalities: Resolver = () => [];
