import type { Resolver } from './resolve.js';

export const resolveProjects: Resolver = () => [];
