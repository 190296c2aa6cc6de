#!/usr/bin/env node
import module from 'node:module';

// First of all, so that everything loaded later comes from the cache (Node.js 22.1; 20 has none).
(module as { enableCompileCache?: () => void }).enableCompileCache?.();

const { main } = await import('./main.js');
process.exitCode = await main(process.argv.slice(2));
