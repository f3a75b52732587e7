/** Distributions whose import has another name. */
const DISTRIBUTIONS: Readonly<Record<string, string>> = {
  sklearn: 'scikit-learn',
  cv2: 'opencv-python',
  PIL: 'pillow',
  yaml: 'pyyaml',
  bs4: 'beautifulsoup4',
  skimage: 'scikit-image',
  dateutil: 'python-dateutil',
  dotenv: 'python-dotenv',
};

/** The import name that an error about a missing module means; `undefined` for other errors. */
export function missingModule(error: string, message: string): string | undefined {
  const found = error === 'ModuleNotFoundError' ? /No module named '([\w.]+)'/.exec(message)?.[1] : undefined;
  return found?.split('.')[0];
}

/** Gives the name by which `pip` installs what is imported under a name. */
export function distributionOf(module: string): string {
  return DISTRIBUTIONS[module] ?? module;
}
