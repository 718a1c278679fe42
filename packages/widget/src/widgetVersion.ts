/** Version of this package; the build puts the one of package.json here. */
export const widgetVersion: string = "0.0.0-source"
