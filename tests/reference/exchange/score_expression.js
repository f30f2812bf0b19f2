// What HL7's own FHIRPath engine makes of the scores we export. Run with the npm package fhirpath installed and
// Samklang's command on the path: node score_expression.js > score_expression.txt
const fhirpath = require('fhirpath');
const models = {R4: require('fhirpath/fhir-context/r4'), R5: require('fhirpath/fhir-context/r5')};
const {execSync} = require('child_process');
const answers = {
  rses: [[4, 1, 4, 4, 1, 1, 4, 1, 1, 4], [3, 3, 3, 3, 3, 3, 3, 3, 3, 3], [1, 2, 3, 4, 1, 2, 3, 4, 1, 2],
    [97, 3, 3, 3, 3, 3, 3, 3, 3, 3], [3, 3, 3]],
  ors: [[6.5, 6.5, 6.5, 6.5], [0, 10, 2.5, 1], [5, 5]],
};
console.log('fhirpath', require('fhirpath/package.json').version);
for (const [release, model] of Object.entries(models)) {
  for (const [name, people] of Object.entries(answers)) {
    const questionnaire = JSON.parse(execSync(`samklang export fhir ${name} --release ${release}`));
    const score = questionnaire.item.find((item) => item.linkId === 'score_total');
    const expression = score.extension[0].valueExpression.expression;
    for (const codes of people) {
      const value = (code) => name === 'ors' ? {valueDecimal: code}
        : {valueCoding: {code: String(code), ...(code > 90 ? {system: 'urn:samklang:non-answer'} : {})}};
      const item = codes.map((code, place) => ({linkId: questionnaire.item[place].linkId, answer: [value(code)]}));
      const resource = {resourceType: 'QuestionnaireResponse', item};
      const made = fhirpath.evaluate(resource, expression, {resource, questionnaire}, model);
      console.log(release, name, codes.join(','), JSON.stringify(made));
    }
  }
}
