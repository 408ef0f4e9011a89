import{b as m,c as r}from"/static/part-DWAH4YAU.js";import{h as e,i as o}from"/static/part-LWRVDRDV.js";m(e("#q",HTMLInputElement),({actor:t})=>location.assign(o(t)),r);
